/** Agencies of an invented province, two-tier, for the scenarios. */
export const sampleAgencies = `name,code,aliases,type,group,ranked,validFrom,validTo,successor
Sở Nội vụ,SNV,Nội vụ,sở,"Các sở, ban, ngành",yes,,,
Sở Tài chính,STC,Tài chính,sở,"Các sở, ban, ngành",yes,,,
Sở Tư pháp,STP,Tư pháp,sở,"Các sở, ban, ngành",yes,,,
Sở Y tế,SYT,Y tế,sở,"Các sở, ban, ngành",yes,,,
Sở Khoa học và Công nghệ,SKHCN,Sở KH&CN|KHCN,sở,"Các sở, ban, ngành",yes,,,
"Sở Văn hóa, Thể thao và Du lịch",SVHTTDL,Sở VHTT&DL,sở,"Các sở, ban, ngành",yes,,,
Văn phòng UBND tỉnh,VPUBND,VP UBND tỉnh|VP UBND,ngành,"Các sở, ban, ngành",yes,,,
UBND xã Bình Hòa,X-BH,xã Bình Hòa,UBND xã,"UBND các xã, phường",yes,,,
UBND phường Tân Lập,P-TL,phường Tân Lập,UBND phường,"UBND các xã, phường",yes,,,
Báo Đồng Xuân,BAO,,"báo, đài",Khác,no,,,
`;
